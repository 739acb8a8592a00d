"""The disk: finding what changed in the content, and publishing what was made."""
