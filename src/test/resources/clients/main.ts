import { Configuration, ModelsApi, ReleasesApi, ResponseError } from './client';

declare const process: { argv: string[] };

/** What a user of the TypeScript client would write; ClientsTest compares what it says. */
async function main(): Promise<void> {
  const configuration = new Configuration({ basePath: process.argv[2] });
  const releases = new ReleasesApi(configuration);

  const page = await releases.listReleases({
    collaborator: ['aime-leon-dore', 'joe-freshgoods'],
    include: ['total', 'rumors'],
    limit: 2,
  });
  console.log(`${page.total}: ${page.items.map((release) => release.title).join(', ')}`);
  const first = page.items[0]!;
  console.log(`${first.status} ${first.group} ${first.date} ${first.rumors.strongest} ${first.newestRumors!.length}`);

  const model = await new ModelsApi(configuration).getModel({ slug: 'new-balance-1000' });
  console.log(`${model.brand.name} ${model.name}, ${model.firstAppeared?.label}: ${model.technologies[0]?.name}`);

  for (const slug of ['nobody-new-balance-1000', 'Not a slug']) {
    try {
      await releases.getRelease({ slug });
    } catch (refused) {
      const problem = await (refused as ResponseError).response.json();
      console.log(`${problem.status} ${problem.code}`);
    }
  }
}

main();
