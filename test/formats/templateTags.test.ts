// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the tags of other languages.
import { describe, expect, it } from 'vitest';
import { TemplateSource } from '../../src/formats/TemplateSource.js';
import { outline, parseForTest, templateTags } from './parseForTest.js';

function tagsOf(source: string, isMarkup = false): readonly string[] {
  return new TemplateSource(source, templateTags, isMarkup).tags.map((tag) => source.slice(tag.start, tag.end));
}

describe('template tags', () => {
  it.each([
    '{{ name }}',
    '{{{ unsubscribe }}}',
    '{{${first_name}}}',
    '${{ name }}$',
    '{{name|default:"you"}}',
    '{{var:firstname:"you"}}',
    '{% unsubscribe_link %}',
    '{# note #}',
    '<%asm_group_unsubscribe_raw_url%>',
    '<%= a > 1 ? "x" : "y" %>',
    '<?php echo $x->name; ?>',
    '%%[ SET @x = 1 ]%%',
    '%%=v(@name)=%%',
    '%%EMAIL%%',
    '%%{unsubscribe_url}%%',
    '*|UNSUB|*',
    '*|UNSUB:https://example.com|*',
    '[[UNSUB_LINK_EN]]',
    '[[FIRSTNAME OR "there"]]',
    '[%url:unsubscribe-link; "https://a.example"; "Text"]',
    '[* link.unsub *]',
    '$[LI:UNSUBSCRIBE]$',
    '${UNSUBSCRIBE_LINK}',
    '~~eloqua..type--emailfield~~',
    '##NEWSMAN:list_unsubscribe##',
    '{$NewsletterEmpfaenger->cLoeschURL}',
    '{!archive_url}',
    '{first_name, "there"}',
    '{UNSUBSCRIBE_URL}',
    '%UNSUBSCRIBELINK%',
    '%Link:Unsubscribe%',
    '[unsubscribe]',
    '[firstname,fallback=friend]',
    '@FIRSTNAME@',
    '$unsubscribe$',
    '#unsubscribeLink#',
    '$first_name',
    '$!{lead.name}',
    '#set($x = 1)',
    '<@unsubscribe />',
  ])('knows %s', (tag) => {
    expect(tagsOf(`a ${tag} b`)).toEqual([tag]);
  });

  it.each([
    'Nur 50 % statt 20 % Rabatt',
    'https://shop.example/%C3%BCber%20uns%2F',
    '{ font-size: 12px }',
    '[Bild] und [1]',
    'Es kostet $100 oder US$ 20.',
    '#endlich wieder #if only',
    '#end',
    'C# und a@b.example@c',
    '{{ nie geschlossen',
    '{% nie geschlossen',
    '*fett* | *kursiv*',
    '5 < 6 und 7 > 3',
  ])('leaves %j alone', (text) => {
    expect(tagsOf(text)).toEqual([]);
  });

  it('takes an opener before another one for text', () => {
    expect(tagsOf('{{ a {{ b }}')).toEqual(['{{ b }}']);
  });

  it('leaves style sheets and scripts alone', () => {
    const source = '<style>{{ a }}</style><SCRIPT>{{ b }}</SCRIPT><mj-style>{{ c }}</mj-style>{{ d }}<style>{{ e }}';
    expect(tagsOf(source, true)).toEqual(['{{ d }}', '{{ e }}']);
  });

  it('survives angle brackets and quotes in tags', () => {
    const source = '<p title="{{ f "a" > 1 }}">{% if a <b %}Hallo <?php echo $x->name; ?>{% endif %}</p>';
    expect(outline(parseForTest(source, 'html'))).toEqual([
      'image-text: {{ f "a" > 1 }}',
      'paragraph: Hallo <?php echo $x->name; ?>',
    ]);
  });

  it('keeps attributes apart from the tags beside them', () => {
    const source = '<mj-text {{#if a}}color="#ff0000"{{/if}} font-size={{ size }}>Hallo</mj-text>';
    const mail = parseForTest(source, 'mjml');
    expect(mail.children[0]?.style).toEqual({
      bold: false,
      color: '#ff0000',
      gaps: ['template-tag', 'other-file'],
    });
    expect(mail.branchGroups).toEqual([]);
  });
});

describe('comments of template languages', () => {
  it.each([
    '{# weg #}',
    '{{! weg }}',
    '{{!-- {{ weg }} --}}',
    '<%# weg %>',
    '<%-- weg --%>',
    '<#-- weg -->',
    '{* weg *}',
    '{% comment %}weg {{ name }} {% if a %}{% endcomment %}',
  ])('hide what is in %s', (comment) => {
    expect(outline(parseForTest(`Hal${comment}lo`, 'text'))).toEqual(['paragraph: Hallo']);
  });
});

describe('conditionals', () => {
  it.each([
    ['{{#if a}}A{{else}}B{{/if}}', ['a', '']],
    ['{{#unless a}}A{{else}}B{{/unless}}', ['a', '']],
    ['{{#if a}}A{{else if b}}B{{/if}}', ['a', 'b']],
    ['{{#a}}A{{^}}B{{/a}}', ['a', '']],
    ['{{~#if a~}}A{{~else~}}B{{~/if~}}', ['a', '']],
    ['{% if a %}A{% elsif b %}B{% endif %}', ['a', 'b']],
    ['{%- if a -%}A{%- elif b -%}B{%- endif -%}', ['a', 'b']],
    ['{% unless a %}A{% else %}B{% endunless %}', ['a', '']],
    ['{% case a %}{% when 1 %}A{% else %}B{% endcase %}', ['1', '']],
    ['{% for a in b %}A{% else %}B{% endfor %}', ['a in b', '']],
    ['{{if .A}}A{{else}}B{{end}}', ['.A', '']],
    ['*|IF:A=1|*A*|ELSE:|*B*|END:IF|*', ['A=1', '']],
    ['*|IFNOT:A|*A*|ELSEIF:B|*B*|END:IF|*', ['A', 'B']],
    ['{if $a->b > 0}A{else}B{/if}', ['$a->b > 0', '']],
    ['<% if a %>A<% else %>B<% end %>', ['a', '']],
    ['<% if (a) { %>A<% } else { %>B<% } %>', ['(a)', '']],
    ['<?php if ($a): ?>A<?php else: ?>B<?php endif; ?>', ['($a)', '']],
    ['<#if a??>A<#elseif b>B</#if>', ['a??', 'b']],
    ['<#if (a > b)>A<#else>B</#if>', ['(a > b)', '']],
    ['#if($a)A#{else}B#end', ['($a)', '']],
    ['%%[ IF @a == 1 THEN ]%%A%%[ ELSE ]%%B%%[ ENDIF ]%%', ['@a == 1 THEN', '']],
  ])('knows the arms of %s', (source, conditions) => {
    const mail = parseForTest(source, 'text');
    expect(mail.branchGroups).toMatchObject([{ conditions, isExhaustive: conditions.includes('') }]);
    expect(mail.children[0]).toMatchObject({
      text: { value: 'A B' },
      branches: [],
      branchSpans: [
        { start: 0, end: 1, branches: [{ group: 0, arm: 0 }] },
        { start: 2, end: 3, branches: [{ group: 0, arm: 1 }] },
      ],
    });
  });

  it('gives whole blocks the arms that they stand in', () => {
    const mail = parseForTest('<p>a</p>{% if x %}<p>b</p>{{#if y}}<p>c</p>{{/if}}{% endif %}', 'html');
    expect(mail.children.map((block) => block.branches)).toEqual([
      [],
      [{ group: 0, arm: 0 }],
      [
        { group: 0, arm: 0 },
        { group: 1, arm: 0 },
      ],
    ]);
  });

  it('knows that `end` also closes blocks that are no conditionals', () => {
    const mail = parseForTest('<% if a %>A<% b.each do |c| %>B<% end %><% end %>C', 'text');
    expect(mail.children[0]?.branchSpans).toEqual([{ start: 0, end: 2, branches: [{ group: 0, arm: 0 }] }]);
  });

  it.each(['{% if a %}A', 'A{% endif %}', 'A{% else %}', '{{/if}}A', '<% end %>A', '{% endif %}A{% if a %}'])(
    'makes no branches of %s',
    (source) => {
      const mail = parseForTest(source, 'text');
      expect(mail.branchGroups).toEqual([]);
      expect(outline(mail)).toEqual(['paragraph: A']);
    },
  );

  it('takes an `end` without a block for a field of that name', () => {
    expect(outline(parseForTest('Die Messe endet am {{ end }}.', 'text'))).toEqual([
      'paragraph: Die Messe endet am {{ end }}.',
    ]);
  });

  it('gives links the arms that they stand in', () => {
    const mail = parseForTest('<p>Hier {% if a %}<a href="x">abmelden</a>{% endif %}</p>', 'html');
    expect(mail.children[0]?.links).toMatchObject([{ start: 5, end: 13, branches: [{ group: 0, arm: 0 }] }]);
  });

  it('makes paragraphs of their own of what control tags enclose on lines of their own', () => {
    const source = 'Hallo,\n{% if a %}\nja.\n{% else %}\nnein.\n{% endif %}\nGruß';
    for (const format of ['text', 'markdown'] as const) {
      const { children } = parseForTest(source, format);
      expect(children.map((block) => [block.text.value, block.branches.length])).toEqual([
        ['Hallo,', 0],
        ['ja.', 1],
        ['nein.', 1],
        ['Gruß', 0],
      ]);
    }
  });
});
