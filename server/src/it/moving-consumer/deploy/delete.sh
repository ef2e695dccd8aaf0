#!/bin/sh
# Deletes an image.
curl -X DELETE -H "X-Auth-Token: $OS_TOKEN" "$OS_ENDPOINT/v1.1/images/$1"
