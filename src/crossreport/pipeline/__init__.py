"""The explicit list of parts, what they need and give, and one run over many inputs."""
