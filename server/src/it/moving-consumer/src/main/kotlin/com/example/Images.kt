package com.example

const val IMAGES = "/v1.1/images/"
