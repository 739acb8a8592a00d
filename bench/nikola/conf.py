"""The same pages as sitegen's: Nikola's own plain theme, its lists as teasers; what the articles don't need is off."""

BLOG_AUTHOR = "The Bench Gazette"
BLOG_TITLE = "The Bench Gazette"
SITE_URL = "https://news.example/"
BLOG_EMAIL = ""
BLOG_DESCRIPTION = "Invented articles."
DEFAULT_LANG = "en"
TRANSLATIONS = {"en": ""}
TIMEZONE = "UTC"
NAVIGATION_LINKS = {"en": (("/sections/", "Sections"), ("/tags/", "Tags"), ("/authors/", "Authors"))}
CONTENT_FOOTER = "The Bench Gazette."
THEME = "bench"
OUTPUT_FOLDER = "public"
CACHE_FOLDER = "cache"

POSTS = (("posts/*.md", "", "post.tmpl"),)
PAGES: tuple[tuple[str, str, str], ...] = ()
COMPILERS = {"markdown": (".md",)}
MARKDOWN_EXTENSIONS: list[str] = []
PRETTY_URLS = True
STRIP_INDEXES = True
DISABLE_INDEXES = True  # its front page is the first of a list of all articles, which no other engine is asked for
INDEX_DISPLAY_POST_COUNT = 50
INDEX_TEASERS = True
INDEXES_PRETTY_PAGE_URL = ["page", "{number}", "{index_file}"]

TAG_PATH = "tags"
TAG_PAGES_ARE_INDEXES = True
CATEGORY_PATH = "sections"
CATEGORY_PREFIX = ""
CATEGORY_PAGES_ARE_INDEXES = True
AUTHOR_PATH = "authors"
AUTHOR_PAGES_ARE_INDEXES = True
MULTIPLE_AUTHORS_PER_POST = True
CREATE_MONTHLY_ARCHIVE = True  # a year's page lists its months
ARCHIVES_ARE_INDEXES = True

GENERATE_RSS = True
FEED_LENGTH = 30
FEED_TEASERS = True
COPY_SOURCES = False
SHOW_SOURCELINK = False
USE_BUNDLES = False
GZIP_FILES = False
DISABLED_PLUGINS = ["render_galleries", "render_listings", "scale_images", "redirect", "render_sources"]
GLOBAL_CONTEXT: dict[str, str] = {}
GLOBAL_CONTEXT_FILLER: list[str] = []
