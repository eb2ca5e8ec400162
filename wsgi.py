"""The door for servers: `wsgi:app`."""

import os

from drafting.app import create_app
from drafting.config import Settings

app = create_app(Settings.from_env(os.environ))
