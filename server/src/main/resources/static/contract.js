const dark = matchMedia("(prefers-color-scheme: dark)");
const root = new URL(".", location);

/** 204 is what a server answers by default, and comes first; of keys like it, JavaScript makes an order of its own. */
const inOrder = {
  wrapComponents: {
    responses: (Responses, { React }) => ({ responses, ...others }) =>
      React.createElement(Responses, { ...others, responses: responses.sortBy((_, status) => status !== "204") }),
    // It is in a button, which does the same, and two in one are none for a keyboard.
    DeepLink: (_, { React }) => ({ text }) => React.createElement("span", {}, text),
  },
};

const ui = SwaggerUIBundle({
  url: "openapi/image-service.yaml", dom_id: "#contract", docExpansion: "list", validatorUrl: null, deepLinking: true,
  plugins: [inOrder],
  // A proxy may have put something before the path.
  requestInterceptor: request => Object.assign(request, { url: request.url.replace(new URL("/", root), root) }),
  // What ends is what people should see without a click, and what to call instead.
  onComplete: () => ui.specSelectors.operations()
    .filter(each => each.getIn(["operation", "deprecated"]))
    .forEach(each => show(each.getIn(["operation", "tags", 0]), each.getIn(["operation", "operationId"]))),
});

function show(tag, operation) {
  ui.layoutActions.show(["operations-tag", tag], true);
  ui.layoutActions.show(["operations", tag, operation], true);
}

/** The bundle has both colours, and leaves it to the page to choose. */
function choose() {
  document.documentElement.classList.toggle("dark-mode", dark.matches);
}

/** What Swagger UI leaves to be desired by those who hear the page, use a keyboard, or come through a proxy. */
function mend() {
  for (const field of document.querySelectorAll(":is(select, textarea, input):not([aria-label])")) {
    field.ariaLabel = [field.closest("[data-code]")?.dataset.code, field.closest("[data-param-name]")?.dataset.paramName,
      field.closest("label")?.textContent, field.placeholder, field.localName].find(Boolean);
  }
  // Its field has the same id.
  for (const label of document.querySelectorAll("#contract label[id]")) label.removeAttribute("id");
  for (const code of document.querySelectorAll("#contract pre:not([tabindex])")) code.tabIndex = 0;
  for (const link of document.querySelectorAll(".renderedMarkdown a[href^='/']")) link.setAttribute("href", `.${link.getAttribute("href")}`);
}

choose();
dark.addEventListener("change", choose);
new MutationObserver(mend).observe(document.getElementById("contract"), { childList: true, subtree: true });

document.addEventListener("click", event => {
  const [, tag, operation] = event.target.closest?.("a[href^='#/'], a[href^='./#/']")?.hash.split("/") ?? [];
  if (!operation) return;
  event.preventDefault();
  show(tag, operation);
  document.getElementById(`operations-${tag}-${operation}`).scrollIntoView();
});
