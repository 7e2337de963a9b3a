/** Text that is safe inside of HTML. */
export function safe(text) {
  return String(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** A page of the documentation. It has no scripts, and its style is a file: no policy need make an exception. */
export function page(title, navigation, content) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${safe(title)} · Ganglion</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs.css">
</head>
<body>
<a class="skip" href="#content">To the content</a>
<nav aria-label="Documentation">
<p><a class="home" href="/docs">Ganglion API</a></p>
${navigation}
</nav>
<main id="content">
${content}
</main>
</body>
</html>
`;
}
