"""Learning to read facts: mentions, coreference and links on the analyser's encoder."""
