"""Language-free work on text with offsets kept: tokens, sentences, alignment, shingles."""
