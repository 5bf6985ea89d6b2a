"""What words say of people and bodies: given names, spellings, functions, apposition."""
