"""Deletes an image twice: prints 204, and then the status and the code of the problem."""

import os
import sys

from image_service import ApiClient, Configuration, ImagesApi, Problem
from image_service.exceptions import NotFoundException


def remove(images: ImagesApi, image_id: str) -> None:
    try:
        print(images.delete_image_with_http_info(image_id).status_code)
    except NotFoundException as e:
        problem = Problem.from_json(e.body or "")
        assert problem is not None
        print(problem.status, problem.code)


with ApiClient(Configuration(host=os.environ["OS_ENDPOINT"], api_key={"token": os.environ["OS_TOKEN"]})) as client:
    for attempt in range(2):
        remove(ImagesApi(client), sys.argv[1])
