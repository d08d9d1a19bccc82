"""The end-to-end test of a city in LocalStack, step by step."""
