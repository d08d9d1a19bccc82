// Runs in CloudFront before a request is looked up (CloudFront Functions, JavaScript runtime 2.0). Tells the API's firewall who asks,
// whatever the request itself says of that, and finds the file that an address means.
function handler(event) {
  var request = event.request;
  request.headers['x-passby-viewer'] = { value: event.viewer.ip };
  if (request.uri === '/' || request.uri === '/public') return moved('/public/');
  if (request.uri === '/app') return moved('/app/');
  if (request.uri.startsWith('/log/')) request.uri = request.uri.slice('/log'.length);
  else if (request.uri.startsWith('/public/v1/')) request.uri = request.uri.slice('/public'.length);
  else if (request.uri === '/app/' || request.uri === '/public/') request.uri += 'index.html';
  return request;
}

function moved(to) {
  return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: to } } };
}
