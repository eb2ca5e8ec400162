"""The pages: routes, presenters, forms, and the one table from error to status."""
