"""Rehearses the end: on one call, by a header, and for the whole project. Prints a status for each call, and a problem's code."""

import os
import sys
from typing import Callable

from image_service import ApiClient, Configuration, ImagesApi, ImagesV11Api, MyCallsApi, NewRehearsal, Problem
from image_service.exceptions import ApiException


def tell(call: Callable[[], int]) -> None:
    try:
        print(call())
    except ApiException as e:
        problem = Problem.from_json(e.body or "")
        assert problem is not None
        print(problem.status, problem.code)


image_id = sys.argv[1]
rehearsal = NewRehearsal(minutes=1, reason="Who notices.")
with ApiClient(Configuration(host=os.environ["OS_ENDPOINT"], api_key={"token": os.environ["OS_TOKEN"]})) as client:
    deprecated = ImagesV11Api(client)
    tell(lambda: deprecated.delete_image_v11_with_http_info(image_id, _headers={"Sunset-Rehearsal": "true"}).status_code)
    tell(lambda: MyCallsApi(client).rehearse_with_http_info(rehearsal).status_code)
    tell(lambda: deprecated.delete_image_v11_with_http_info(image_id).status_code)
    tell(lambda: ImagesApi(client).delete_image_with_http_info(image_id).status_code)
