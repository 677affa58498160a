// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
(function () {
  const form = document.querySelector('form');
  const sections = Array.from(document.querySelectorAll('section'));
  const rules = new Set();
  for (const item of document.querySelectorAll('li[data-r]')) rules.add(item.dataset.r);
  for (const rule of Array.from(rules).sort()) {
    const option = document.createElement('option');
    option.value = option.textContent = rule;
    form.rule.append(option);
  }
  const texts = new Map();
  function textOf(section) {
    if (!texts.has(section)) texts.set(section, section.textContent.toLowerCase());
    return texts.get(section);
  }
  function apply() {
    const words = form.text.value.trim().toLowerCase();
    let shown = 0;
    for (const section of sections) {
      let any = false;
      for (const item of section.querySelectorAll('[data-r]')) {
        const fits = (!form.rule.value || item.dataset.r === form.rule.value)
          && (!form.severity.value || item.dataset.s.split(' ').includes(form.severity.value));
        item.hidden = !fits;
        any = any || fits;
      }
      const failing = section.className === 'fail' || section.className === 'error';
      section.hidden = (form.failing.checked && !failing) || ((form.rule.value || form.severity.value) && !any)
        || (words !== '' && !textOf(section).includes(words));
      if (!section.hidden) ++shown;
    }
    document.querySelector('output').textContent = form.dataset.shown.replace('%1', shown).replace('%2', sections.length);
  }
  window.addEventListener('beforeprint', function () {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  apply();
})();
