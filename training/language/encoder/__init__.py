"""The encoder that every head reads, trained jointly with tags, tree and names: data, network, training, export."""
