"""The ground floor: frozen value types, no I/O."""
