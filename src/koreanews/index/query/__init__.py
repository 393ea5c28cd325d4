"""The query language: from what a person types to what the search engine is asked, and what is highlighted."""
