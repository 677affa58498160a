// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The official SDK (openapi-core: V3 signature; pop-core: legacy signature) against the sandbox whose ready line is in
// SANDBOX. Exits with 1 and says why where anything differs.
'use strict';
const assert = require('assert');
const { $OpenApiUtil, default: Core } = require('@alicloud/openapi-core');
const $dara = require('@darabonba/typescript');
const Pop = require('@alicloud/pop-core');

const box = JSON.parse(process.env.SANDBOX);
const host = new URL(box.endpoint).host;
const mediaId = box.mediaIds[0];

function client(more) {
  return new Core(new $OpenApiUtil.Config({
    accessKeyId: box.accessKeyId, accessKeySecret: box.accessKeySecret, endpoint: host, protocol: 'HTTP', ...more,
  }));
}

async function call(action, query, { using = client(), body } = {}) {
  const params = new $OpenApiUtil.Params({
    action, version: '2020-11-09', protocol: 'HTTP', pathname: '/', method: 'POST', authType: 'AK', style: 'RPC',
    reqBodyType: 'formData', bodyType: 'json',
  });
  const reply = await using.callApi(params, new $OpenApiUtil.OpenApiRequest({ query, body }), new $dara.RuntimeOptions({}));
  return reply.body;
}

async function fails(promise) {
  try {
    await promise;
  } catch (error) {
    return error.code;
  }
  return 'accepted';
}

async function main() {
  let info = await call('GetPlayInfo', { MediaId: mediaId, AuthTimeout: '7200' });
  assert.strictEqual(info.MediaBase.MediaId, mediaId);
  assert(info.PlayInfoList.length > 10);
  // Odd characters, in the caller's order.
  const list = await call('ListMediaBasicInfos', { Zebra: 'a b*~测试', MaxResults: '3', Status: 'Normal' });
  assert.strictEqual(list.MediaInfos.length, 3);
  const second = await call('ListMediaBasicInfos', { Zebra: '', MaxResults: '3', Status: 'Normal', NextToken: list.NextToken });
  assert.notStrictEqual(second.MediaInfos[0].MediaId, list.MediaInfos[0].MediaId);
  assert((await call('SearchMedia', { Match: "title = '茶山'" })).Total >= 1);
  assert((await call('GetCategories', {})).SubTotal >= 1);
  assert.strictEqual((await call('GetMediaInfo', { MediaId: mediaId })).MediaInfo.MediaId, mediaId);
  assert.strictEqual((await call('BatchGetMediaInfos', { MediaIds: mediaId + ',x' })).IgnoredList[0], 'x');
  // A form body, which travels in chunks.
  info = await call('GetPlayInfo', {}, { body: { MediaId: mediaId, Note: 'a b*~测试' } });
  assert.strictEqual(info.MediaBase.MediaId, mediaId);
  // Temporary credentials.
  const sts = JSON.parse(process.env.SANDBOX_STS);
  info = await call('GetPlayInfo', { MediaId: mediaId }, { using: client(sts) });
  assert.strictEqual(info.MediaBase.MediaId, mediaId);
  // Failures keep their codes.
  assert.strictEqual(await fails(call('GetPlayInfo', { MediaId: 'no' })), 'ResourceNotFound');
  assert.strictEqual(await fails(call('GetPlayInfo', { MediaId: mediaId, AuthTimeout: '10' })), 'InvalidParameter');
  assert.strictEqual(await fails(call('GetPlayInfo', { MediaId: mediaId }, { using: client({ accessKeySecret: 'wrong' }) })),
    'SignatureDoesNotMatch');
  assert.strictEqual(await fails(call('GetPlayInfo', { MediaId: mediaId }, { using: client({ accessKeyId: 'nobody' }) })),
    'InvalidAccessKeyId.NotFound');
  // The legacy signature, in the query and as a form body.
  const pop = new Pop({ accessKeyId: box.accessKeyId, accessKeySecret: box.accessKeySecret, endpoint: box.endpoint,
    apiVersion: '2020-11-09' });
  for (const method of ['GET', 'POST']) {
    info = await pop.request('GetPlayInfo', { MediaId: mediaId, Note: 'a b*~测试' }, { method });
    assert.strictEqual(info.MediaBase.MediaId, mediaId, method);
  }
}

main().then(() => console.log('the official SDK is content'), (error) => {
  console.error(error);
  process.exit(1);
});
