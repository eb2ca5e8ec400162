"""What differs between two texts: found, tidied for reading, taken, stored."""
