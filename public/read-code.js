// The QR code of a letter carries the access code behind a '#', where no server, log or Referer ever sees it.
// It is moved from the address into the form, so that one tap starts the questionnaire. When the page is left, for another language, for the
// privacy notice or into a dead connection, this tab keeps what the field holds; coming back takes it out again, and so does the
// questionnaire (forget-code.ts).
const place = 'access-code';
const field = document.getElementById('code');

function takeKept() {
  try {
    const kept = sessionStorage.getItem(place);
    sessionStorage.removeItem(place);
    return kept;
  } catch {
    // A browser that keeps nothing asks for the code again.
    return null;
  }
}

const kept = takeKept();
const fromLetter = new URLSearchParams(location.hash.slice(1)).get('K');
if (fromLetter) {
  history.replaceState(null, '', location.pathname + location.search);
  field.value = fromLetter;
} else if (kept && field.value === '') {
  field.value = kept;
}
const said = document.getElementById('code-from-letter');
if (fromLetter && said) {
  document.getElementById('code-field').hidden = true;
  said.hidden = false;
}
addEventListener('pagehide', () => {
  try {
    if (field.value !== '') sessionStorage.setItem(place, field.value);
  } catch {
    // As above.
  }
});
addEventListener('pageshow', ({ persisted }) => persisted && takeKept());
