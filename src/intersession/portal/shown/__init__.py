"""What pages show of a conversation: sentences, steps and times made from facts. It reads and words; it never writes."""
