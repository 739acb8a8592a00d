"""Preview: builds, serves the pages on this machine, and builds again when a file changes.

::

    watch     files on disk → "something changed, and has come to rest"
    bulletin  what the last build gave: the edition that browsers follow
    pages     the built pages over HTTP, with the script that reloads them
    serve     the loop that joins these

The build is a callable: nothing here knows how a page is made.
"""

from sitegen.preview.bulletin import BuildOutcome
from sitegen.preview.serve import serve

__all__ = ["BuildOutcome", "serve"]
