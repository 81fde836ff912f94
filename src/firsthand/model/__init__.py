"""What a fact is. Standard library only."""
