// The QR code of a letter carries the access code behind a '#', where no server, log or Referer ever sees it.
// It is moved from the address into the form, so that one tap starts the questionnaire.
const code = new URLSearchParams(location.hash.slice(1)).get('K');
if (code) {
  history.replaceState(null, '', location.pathname);
  document.getElementById('code').value = code;
  document.getElementById('code-field').hidden = true;
  document.getElementById('code-from-letter').hidden = false;
}
