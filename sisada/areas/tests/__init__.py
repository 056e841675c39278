"""What the codes and names of places promise."""
