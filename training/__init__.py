"""What is fitted or trained, each in one command; nothing here is needed at run time."""
