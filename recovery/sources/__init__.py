"""From people's files to tidy tables: cells as they are, converted by each table's definition, problems collected."""
