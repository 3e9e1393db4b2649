"""The command line: the same engine as the pages, without Streamlit."""
