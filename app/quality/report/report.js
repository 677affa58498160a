// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
(function () {
  const kMostOpen = 20; // assets: where there are more, each is opened by who wants to see it
  const form = document.querySelector('form');
  const main = document.querySelector('main');
  const sections = Array.from(main.children);
  const folds = Array.from(main.querySelectorAll('section > details'));
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
  function openAll(open) {
    for (const fold of folds) if (!fold.parentNode.hidden) fold.open = open;
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
    return shown;
  }
  function filter() {
    if (apply() <= kMostOpen) openAll(true);
  }
  function goToAnchor() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || target.parentNode !== main) return;
    if (target.hidden) { form.reset(); apply(); }
    for (const fold of target.querySelectorAll(':scope > details')) fold.open = true;
    target.scrollIntoView();
  }
  // A rule of the overview shows where it was broken.
  for (const rule of document.querySelectorAll('[data-rule]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...rule.childNodes);
    rule.append(button);
    button.addEventListener('click', function () {
      form.reset();
      form.rule.value = rule.dataset.rule;
      filter();
      form.scrollIntoView();
    });
  }
  form.hidden = false;
  form.addEventListener('input', filter);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.open.addEventListener('click', function () { openAll(true); });
  form.close.addEventListener('click', function () { openAll(false); });
  window.addEventListener('hashchange', goToAnchor);
  if (sections.length > kMostOpen) openAll(false);
  apply();
  goToAnchor();
})();
