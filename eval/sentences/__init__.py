"""Where sentences end, measured on texts whose ends are marked."""
