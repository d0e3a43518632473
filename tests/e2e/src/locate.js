// Finds what a person would find: visible things by role and accessible name.
// Arguments: role, name, how ("is", "starts", "has"), scope. Returns every match in document order.
const [role, name, how, scope] = arguments;

const plain = text =>
  (text || "").replace(/[\u2066-\u2069\u200e\u200f]/g, "").replace(/\s+/g, " ").trim();

const shown = element => {
  if (element.closest("[hidden], [inert], [aria-hidden='true']")) return false;
  // What lies in a closed <details> has a place in some engines, and is still not to be seen.
  return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
};

const inputRoles = {
  button: "button", submit: "button", reset: "button", image: "button", checkbox: "checkbox",
  radio: "radio", range: "slider", number: "spinbutton", search: "searchbox", email: "textbox",
  tel: "textbox", text: "textbox", url: "textbox", password: "textbox",
};

const roleOf = element => {
  const given = element.getAttribute("role");
  if (given) return given.split(/\s+/)[0];
  const tag = element.localName;
  switch (tag) {
    case "a": case "area": return element.hasAttribute("href") ? "link" : "generic";
    case "button": case "summary": return "button";
    case "input": return inputRoles[element.type] || element.type;
    case "textarea": return "textbox";
    case "select": return element.multiple || element.size > 1 ? "listbox" : "combobox";
    case "option": return "option";
    case "h1": case "h2": case "h3": case "h4": case "h5": case "h6": return "heading";
    case "ul": case "ol": case "menu": return "list";
    case "li": return "listitem";
    case "nav": return "navigation";
    case "main": return "main";
    case "header": return "banner";
    case "footer": return "contentinfo";
    case "section": return nameOf(element) ? "region" : "generic";
    case "article": return "article";
    case "aside": return "complementary";
    case "form": return "form";
    case "dialog": return "dialog";
    case "fieldset": case "details": return "group";
    case "table": return "table";
    case "tr": return "row";
    case "td": return "cell";
    case "th": return "columnheader";
    case "img": return element.getAttribute("alt") === "" ? "presentation" : "img";
    case "output": return "status";
    case "progress": return "progressbar";
    case "meter": return "meter";
    case "hr": return "separator";
    default: return "generic";
  }
};

const ownText = element => {
  let text = "";
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += node.data;
    else if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.getAttribute("aria-hidden") === "true" || node.hidden) continue;
      const label = node.getAttribute("aria-label");
      const inline = getComputedStyle(node).display.startsWith("inline");
      const inner = label || (node.localName === "img" ? node.alt : ownText(node));
      text += inline ? inner : ` ${inner} `;
    }
  }
  return text;
};

const nameOf = element => {
  const by = element.getAttribute("aria-labelledby");
  if (by) {
    const parts = by.split(/\s+/).map(id => document.getElementById(id)).filter(Boolean);
    return plain(parts.map(part => part.getAttribute("aria-label") || ownText(part)).join(" "));
  }
  const label = element.getAttribute("aria-label");
  if (label) return plain(label);
  if (element.labels && element.labels.length) {
    return plain([...element.labels].map(ownText).join(" "));
  }
  if (element.localName === "fieldset") {
    const legend = element.querySelector(":scope > legend");
    if (legend) return plain(ownText(legend));
  }
  if (element.localName === "table" && element.caption) return plain(ownText(element.caption));
  if (element.localName === "img") return plain(element.alt);
  if (element.localName === "input" && ["submit", "button"].includes(element.type)) {
    return plain(element.value);
  }
  if (element instanceof SVGElement) {
    const title = element.querySelector(":scope > title");
    if (title) return plain(title.textContent);
  }
  const fromContent = ![
    "textbox", "searchbox", "slider", "spinbutton", "combobox", "dialog", "region", "navigation",
    "main", "group", "list", "table", "form", "article", "radiogroup", "listbox",
  ].includes(element.getAttribute("role") || element.localName) &&
    !["input", "textarea", "select", "section", "nav", "ul", "ol", "form"].includes(element.localName);
  const text = fromContent ? plain(ownText(element)) : "";
  return text || plain(element.getAttribute("title") || element.getAttribute("placeholder"));
};

const fits = found => {
  if (name === null) return true;
  const wanted = plain(name);
  if (how === "starts") return found.startsWith(wanted);
  if (how === "has") return found.includes(wanted);
  return found === wanted;
};

const root = scope || document;
const found = [];
for (const element of root.querySelectorAll("*")) {
  if (!element.namespaceURI || ["script", "style", "template"].includes(element.localName)) continue;
  if (roleOf(element) !== role || !fits(nameOf(element)) || !shown(element)) continue;
  found.push(element);
}
return found;
