package com.example

class Images { static final String PATH = "/v1.1/images/" }
