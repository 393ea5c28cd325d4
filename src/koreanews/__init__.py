"""koreanews turns saved Deutsche Welle pages about Korea into a clean, dated, searchable archive."""
