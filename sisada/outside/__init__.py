"""What stands towards the street and knows no person. Nothing in here can connect to `inside`."""
