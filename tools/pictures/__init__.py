"""The demo newspaper's pictures: woodcuts, one module each."""
