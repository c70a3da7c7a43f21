import type { SamplePerson } from './model.js';

/** The people of Contoso, by key, each with the situation they show. */
export const people = {
  ada: person('ada', {
    situation: 'Everything is in order: an administrator and helpdesk member with a handful of devices.',
    id: '566bf9d7-c55a-45f8-91a6-e55e9b9b1325',
    displayName: 'Ada Lindqvist',
    userPrincipalName: 'ada.lindqvist@contoso.com',
  }),
  ben: person('ben', {
    situation: 'At the device limit: 18 objects count, 2 old registrations may count.',
    id: '5d96cf7f-265b-4da9-8f0c-26ef4243ed52',
    displayName: 'Ben Okafor',
    userPrincipalName: 'ben.okafor@contoso.com',
  }),
  carla: person('carla', {
    situation: 'Her Windows 11 PC-0142 is pending, and Entra links it to nobody.',
    id: '5e6a0a2e-dd70-434d-81d7-7cffb7decc0c',
    displayName: 'Carla Moreno',
    userPrincipalName: 'carla.moreno@contoso.com',
  }),
  dmitri: person('dmitri', {
    situation: 'His Windows 8.1 laptop is disabled in Entra.',
    id: 'b37523a5-3b4a-4ee2-8463-513755ac0ecd',
    displayName: 'Dmitri Volkov',
    userPrincipalName: 'dmitri.volkov@contoso.com',
  }),
  eva: person('eva', {
    situation: 'A cloud-only account: it was never synchronised from the domain.',
    id: '9823beb1-e6ba-4ad7-8de4-5321ad915a36',
    displayName: 'Eva Brandt',
    userPrincipalName: 'eva.brandt@contoso.onmicrosoft.com',
    onPremisesSyncEnabled: null,
  }),
  farid: person('farid', {
    situation: 'Signs in through AD FS: the domain of the account is federated.',
    id: '683447c1-0cc8-4f11-9d4e-abbd1fcfb980',
    displayName: 'Farid Haddad',
    userPrincipalName: 'farid.haddad@fabrikam.contoso.com',
  }),
  grace: person('grace', {
    situation: 'Shares the Windows 7 PC-0077 with Henry: one object each.',
    id: 'aed09b82-4ca8-4fc2-bfb6-37dd5bae2d26',
    displayName: 'Grace Adeyemi',
    userPrincipalName: 'grace.adeyemi@contoso.com',
  }),
  henry: person('henry', {
    situation: 'Shares the Windows 7 PC-0077 with Grace: one object each.',
    id: '1ff13534-2e82-4ce1-958d-003d9a0b2361',
    displayName: 'Henry Nowak',
    userPrincipalName: 'henry.nowak@contoso.com',
  }),
  ines: person('ines', {
    situation: 'Her PC-0210 was reinstalled twice: three objects of one name.',
    id: '00d9f4ad-53a2-42b6-b3f5-f28807f0cbd4',
    displayName: 'Ines Carvalho',
    userPrincipalName: 'ines.carvalho@contoso.com',
  }),
  jonas: person('jonas', {
    situation: 'Entra links no device to him.',
    id: 'd330a549-4d14-4f1a-8cc3-46363c234038',
    displayName: 'Jonas Berg',
    userPrincipalName: 'jonas.berg@contoso.com',
  }),
  kim1: person('kim1', {
    situation: 'Shares the name with another Kim Larsen (sales).',
    id: 'd1784030-35c9-48c4-a68d-c8f46a423cf9',
    displayName: 'Kim Larsen',
    userPrincipalName: 'kim.larsen@contoso.com',
  }),
  kim2: person('kim2', {
    situation: 'Shares the name with another Kim Larsen (workshop).',
    id: 'af5d8bb0-9f2e-4ea4-b658-90e0f94855d0',
    displayName: 'Kim Larsen',
    userPrincipalName: 'kim.larsen2@contoso.com',
  }),
  lena: person('lena', {
    situation: 'A member of the helpdesk.',
    id: '699f071a-5fd8-4665-a9df-dec6baecde5b',
    displayName: 'Lena Fischer',
    userPrincipalName: 'lena.fischer@contoso.com',
  }),
  marek: person('marek', {
    situation: 'A member of the helpdesk through a group inside its group.',
    id: 'fdfb462f-d6fa-48db-b82d-5644ef7d9967',
    displayName: 'Marek Novotny',
    userPrincipalName: 'marek.novotny@contoso.com',
  }),
  nora: person('nora', {
    situation: 'A guest from another organisation.',
    id: '0e46c215-b5fa-4b0c-9b18-bd763f20134c',
    displayName: 'Nora Weiss',
    userPrincipalName: 'nora.weiss_northwind.example#EXT#@contoso.onmicrosoft.com',
    onPremisesSyncEnabled: null,
    userType: 'Guest',
  }),
  omar: person('omar', {
    situation: 'Prepares PCs for others and owns 300 devices.',
    id: '422acab5-9248-4974-bf41-6c30f1f0742a',
    displayName: 'Omar Haddad',
    userPrincipalName: 'omar.haddad@contoso.com',
  }),
  paula: person('paula', {
    situation: 'Her account is disabled.',
    id: '3a7cfb36-6088-455f-8763-54b65ed08d6b',
    displayName: 'Paula Santos',
    userPrincipalName: 'paula.santos@contoso.com',
    accountEnabled: false,
  }),
  rita: person('rita', {
    situation: 'Her name and the names of her devices are full of markdown and HTML.',
    id: '26ad41ef-88c2-49d9-b7c9-90fad57dcafd',
    displayName: 'Rita [x](http://evil) **b** <b>bold</b> <at>all</at>',
    userPrincipalName: 'rita.hansen@contoso.com',
  }),
  sven: person('sven', {
    situation: 'An administrator who is not in the helpdesk.',
    id: '0e0bc896-afbe-49a6-adbb-8cb8ef65ed78',
    displayName: "Sven O'Brien",
    userPrincipalName: 'sven.obrien@contoso.com',
  }),
  tess: person('tess', {
    situation: 'Everything is healthy on her Server 2012 R2; far below the limit.',
    id: 'da0aea0e-aa72-470b-9d63-d2a5d1764460',
    displayName: 'Tess Moreau',
    userPrincipalName: 'tess.moreau@contoso.com',
  }),
} satisfies Readonly<Record<string, SamplePerson>>;

type Told = Pick<SamplePerson, 'situation' | 'id' | 'displayName' | 'userPrincipalName'> & Partial<SamplePerson>;

function person(key: string, told: Told): SamplePerson {
  return { key, accountEnabled: true, onPremisesSyncEnabled: true, userType: 'Member', ...told };
}
