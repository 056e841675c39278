"""What knows persons. Begin reading in `lookup`, what an officer sees, or `link`, where the data comes in."""
