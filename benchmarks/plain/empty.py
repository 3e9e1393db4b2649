"""An empty Streamlit page: the least that a page run can cost."""

import streamlit as st

st.set_page_config(page_title="Empty", layout="wide")
st.title("Empty")
