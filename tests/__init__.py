"""What no single capability owns: the servers and the cast that tests share, and the guards that walk the whole house."""
