const ui = SwaggerUIBundle({
  url: "openapi/image-service.yaml", dom_id: "#contract", docExpansion: "list", validatorUrl: null, deepLinking: true,
  // What ends is what people should see without a click.
  onComplete: () => ui.specSelectors.operations()
    .filter(each => each.getIn(["operation", "deprecated"]))
    .forEach(each => ui.layoutActions.show(
      ["operations", each.getIn(["operation", "tags", 0]), each.getIn(["operation", "operationId"])], true)),
});
