"""The savings programme as it is worked: schemes, gateways, approvals, people; every change an event of the record."""
