SwaggerUIBundle({
  url: "openapi/image-service.yaml", dom_id: "#contract", docExpansion: "full", validatorUrl: null, deepLinking: true,
});
