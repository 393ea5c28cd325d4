"""The tools that koreanews is measured beside, each as its own documentation would have it used."""
