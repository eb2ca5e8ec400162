"""The door for servers: `wsgi:app`."""

from drafting.app import create_app
from drafting.config import find_settings

app = create_app(find_settings()[0])
