"""The archive's database: what the archive holds, what refers to what, and what each published page was made from.

One SQLite file in the site's working folder. It is a cache: everything in it follows from the sources, the settings and the
theme, but for the list of the files that we published, which is how we know what is ours.
"""
